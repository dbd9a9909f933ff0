import { Compass, House, Inbox, Plus, Search, UserRound } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLocation } from "wouter-preact";
import { account } from "../account/session.ts";
import { homeFeeds, refreshFeed } from "../feed/feeds.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { fullCount } from "../ui/format.ts";
import { ABOUT } from "./about.ts";
import { activity, news, unread } from "./activity.ts";
import { Link } from "./Link.tsx";
import { Mark } from "./Mark.tsx";
import * as shellWords from "./shell.words.ts";
import { overVideo } from "./theme.ts";
import "./navigation.css";

interface TabProps {
	to: string;
	label: string;
	active: boolean;
	/** Instead of going where one is already. */
	onAgain?: () => void;
	children: ComponentChildren;
}

function Tab({ to, label, active, onAgain, children }: TabProps) {
	const [path] = useLocation();
	const again = (event: MouseEvent) => {
		if (path !== to || !onAgain) return;
		event.preventDefault();
		onAgain();
	};
	return (
		<Link onClick={again} href={to} class={active ? "tab tab--active" : "tab"} aria-current={active ? "page" : undefined}>
			{children}
			<span class="tab__label">{label}</span>
		</Link>
	);
}

/** Five places: a bar at a phone's foot, a slim rail at a desktop's left, which has room for the search as well. */
export function Navigation() {
	const [path] = useLocation();
	const own = account.value ? `/@${account.value.username}` : "/login";
	const isHome = path === "/" || path === "/following" || path === "/friends";
	return (
		<nav class={overVideo.value ? "nav nav--over" : "nav"} aria-label={shellWords.mainNavigation()}>
			<Link href="/" class="nav__mark" aria-label={shellWords.homeMark()}>
				<Mark size={36} />
				<span class="nav__word">reelay</span>
			</Link>
			<Tab to="/" label={shellWords.home()} active={isHome} onAgain={() => void refreshFeed(homeFeeds.forYou)}>
				<House size={24} />
			</Tab>
			<Tab to="/explore" label={shellWords.explore()} active={path.startsWith("/explore")}>
				<Compass size={24} />
			</Tab>
			{/* On a phone it stands at the head of the feed: the bar has room for five. */}
			<Link
				href="/search"
				class={path.startsWith("/search") ? "tab tab--wide tab--active" : "tab tab--wide"}
				aria-current={path === "/search" ? "page" : undefined}
			>
				<Search size={24} />
				<span class="tab__label">{shellWords.search()}</span>
			</Link>
			<Link
				href="/upload"
				class="tab tab--create"
				aria-label={activity.value ? shellWords.uploadDoing({ text: activity.value.text }) : shellWords.uploadVideo()}
			>
				<span class="create">
					<Plus size={22} strokeWidth={2.6} />
				</span>
				<span class="tab__label tab__label--create" aria-hidden="true">
					{shellWords.upload()}
				</span>
			</Link>
			<Tab
				to={news.value === 0 || unread.value > 0 ? "/inbox" : "/messages"}
				label={shellWords.inbox()}
				active={path === "/inbox" || path.startsWith("/messages")}
			>
				<span class="tab__icon">
					<Inbox size={24} />
					{news.value > 0 && (
						<span class="badge numeric">
							{news.value > 99 ? `${fullCount(99)}+` : fullCount(news.value)}
							<span class="visually-hidden"> {shellWords.newOnes()}</span>
						</span>
					)}
				</span>
			</Tab>
			<Tab
				to={own}
				label={account.value ? shellWords.me() : shellWords.logIn()}
				active={path === own || path.startsWith("/settings") || path === "/history"}
			>
				{account.value ? <Avatar user={account.value} size={24} /> : <UserRound size={24} />}
			</Tab>
			<ul class="nav__foot">
				{ABOUT.map(({ href, label }) => (
					<li key={href}>
						<Link href={href} aria-current={path === href ? "page" : undefined}>
							{label()}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
