import type { AnchorHTMLAttributes } from "preact";
import { useLocation } from "wouter-preact";

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick"> {
	href: string;
	onClick?: (event: MouseEvent) => void;
}

/**
 * A link within the app. The router's own keeps the props of its first rendering, and through them every later rendering of what it stands
 * in: on a stage that lives for hours that grows without end.
 */
export function Link({ href, onClick, children, ...rest }: LinkProps) {
	const [, navigate] = useLocation();
	return (
		<a
			{...rest}
			href={href}
			onClick={(event) => {
				// Anything but a plain click is the browser's: another tab, a download.
				if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
				onClick?.(event);
				if (event.defaultPrevented) return;
				event.preventDefault();
				navigate(href);
			}}
		>
			{children}
		</a>
	);
}
