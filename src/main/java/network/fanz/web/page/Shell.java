package network.fanz.web.page;

import static network.fanz.common.Language.say;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import network.fanz.common.AccountId;
import network.fanz.common.Brand;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.web.brand.BrandSite;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every page needs to know of its request. A page's handler takes it as a parameter and answers with {@link #page}:
 *
 * <pre>{@code
 * ModelAndView creators(Shell shell) {
 *     return shell.page("money/creators", Map.of("page", identity.creators(null, CREATORS)));
 * }
 * }</pre>
 *
 * @param site the brand and its addresses
 * @param operator who runs the program
 * @param path the page's own path, without the base and the query
 * @param here the address that shows this page again: where a form was sent, that of the page that the form stood on
 * @param scheme light or dark
 * @param times in which time zone moments are shown
 * @param zoneTold whether the device has told its time zone; else moments are shown in UTC whatever the reader chose
 * @param caller who asks; null where nobody has looked, which only happens where a limit or a failure refuses the request
 * @param elsewhere whether the browser says that it is signed in at one of the places
 * @param csrfToken makes what a form's hidden field {@code _csrf} holds; it begins a session, so only pages with a form ask for it
 * @param idempotencyKey a fresh idempotency key for a form's hidden field {@code _key}
 * @param notices sentences to show first
 * @param nav the navigation's lines that this reader sees
 * @param mailbox whether this reader may open the mailbox of a program that is tried out on one machine
 */
public record Shell(
        BrandSite site,
        OperatorContact operator,
        String path,
        String here,
        ColourScheme scheme,
        ShownTimes times,
        boolean zoneTold,
        @Nullable Caller caller,
        boolean elsewhere,
        Supplier<String> csrfToken,
        UUID idempotencyKey,
        List<PageNotice> notices,
        List<NavItem> nav,
        boolean mailbox) {
    public Shell {
        notices = List.copyOf(notices);
        nav = List.copyOf(nav);
    }

    public Brand brand() {
        return site.brand();
    }

    /** The address of a page of this brand. Every link and form goes through it, or through {@link #at}. */
    public String to(String path) {
        return site.to(path);
    }

    /** The address of a page of another brand, or of the sign-in host. */
    public String at(Brand brand, String path) {
        return site.at(brand, path);
    }

    /** Where this brand sends a reader to sign in, who comes back to this page. */
    public String signIn() {
        return brand() == Brand.AUTH
                ? to("/sign-in")
                : to("/sign-in") + "?page=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** Whether what was refused was sent by a form on another page than this one, which can be opened again. */
    public boolean stoodElsewhere() {
        return !here.equals(to("/")) && !here.startsWith(to(path));
    }

    /** What the way to sign in is called. */
    public String signInWords() {
        return say(elsewhere ? "Go on signed in" : "Sign in");
    }

    /** Where the reader proves anew who they are, and comes back to this page. */
    public String freshProofLink() {
        return to("/fresh-proof") + "?page=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** Where the reader makes a choice such as {@code /scheme/dark}, and comes back to this page. */
    public String choiceLink(String path) {
        return to(path) + "?back=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** The same, for a page whose form sends this idempotency key however often it is loaded: what it asks is done once. */
    public Shell sending(UUID key) {
        return new Shell(
                site, operator, path, here, scheme, times, zoneTold, caller, elsewhere, csrfToken, key, notices, nav,
                mailbox);
    }

    /** What a form's hidden field {@code _csrf} holds; empty where no session could hold one. */
    public String csrf() {
        return csrfToken.get();
    }

    /** Whose page this is, for a form's hidden field {@code _for}: what is typed into it is shown again to nobody else. */
    public String owner() {
        AccountId account = caller == null ? null : caller.account();
        return account == null ? "" : account.toString();
    }

    /** Whether works are looked for on this brand. */
    public boolean searches() {
        return brand() == Brand.TUBE || brand() == Brand.ELITE;
    }

    public boolean signedIn() {
        return caller != null && caller.account() != null;
    }

    public Set<Role> roles() {
        return caller == null ? Set.of() : caller.roles();
    }

    public boolean has(Role role) {
        return roles().contains(role);
    }

    /** Whether the reader may open what the navigation's line leads to; no for a path that has no line. */
    public boolean leadsTo(String path) {
        return nav.stream().anyMatch(item -> item.path().equals(path));
    }

    /** The page that this template of {@code src/main/jte} makes of the model; the template also gets {@code shell}. */
    public ModelAndView page(String template, Map<String, ?> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("shell", this);
        return new ModelAndView(template, whole);
    }

    /** A page that is one form. */
    public ModelAndView page(String template, Form form) {
        return page(template, Map.of("form", form));
    }

    public ModelAndView page(String template) {
        return page(template, Map.of());
    }

    /** Sends the reader on to a page of this brand after a form has done its work (303). */
    public ModelAndView redirect(String path) {
        return new ModelAndView(new SeeOther(to(path), null));
    }

    /** Sends the reader on, and shows the sentence there once. */
    public ModelAndView redirect(String path, PageNotice notice) {
        return new ModelAndView(new SeeOther(to(path), notice));
    }

    /** Sends the reader to another host of ours, or to a provider's page. */
    public ModelAndView redirectOutside(String address) {
        return new ModelAndView(new SeeOther(address, null));
    }
}
