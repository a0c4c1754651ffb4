package network.fanz.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import network.fanz.platform.mail.Mailbox;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Who may open the mailbox of the profile {@code local}, where the letters of a program that is tried out on one machine lie.
 *
 * <p>There is none unless the profile is {@code local} and no mail leaves; {@code ProfileGuard} lets that profile listen on loopback only.
 * There an administrator reads every letter. Whoever else sits at the machine reads those that a person may need who registers there: the
 * request must come from loopback, under a name that leads nowhere but to loopback, and through no proxy. A tunnel or a proxy that shows
 * the program to others fails one of these, and then only administrators read. Letters by which somebody could get the staff's power, such
 * as invitations, are for administrators in any case: see {@code MailboxPages}.
 */
@Component
public final class LocalMailbox {
    private static final List<String> PROXIES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
    private static final Pattern NUMBERS = Pattern.compile("127(\\.[0-9]{1,3}){3}|\\[?::1]?|\\[?0:0:0:0:0:0:0:1]?");

    private final ObjectProvider<Mailbox> mailbox;
    private final boolean local;

    LocalMailbox(ObjectProvider<Mailbox> mailbox, Environment environment) {
        this.mailbox = mailbox;
        this.local = environment.acceptsProfiles(Profiles.of("local"));
    }

    /** Whether the reader may open the mailbox; there may be letters in it that are not for them. */
    public boolean isOpenTo(@Nullable Caller caller, HttpServletRequest request) {
        return isHere() && (isForAll(caller) || isAtThisMachine(request));
    }

    /** Whether no letter is kept from the reader. */
    public static boolean isForAll(@Nullable Caller caller) {
        return caller != null && caller.has(Role.ADMINISTRATOR);
    }

    private boolean isHere() {
        return local && mailbox.stream().findAny().isPresent();
    }

    private static boolean isAtThisMachine(HttpServletRequest request) {
        return PROXIES.stream().allMatch(header -> request.getHeader(header) == null)
                && isLoopbackName(request.getServerName())
                && isLoopback(request.getRemoteAddr());
    }

    /** Names below {@code localhost} lead to loopback and nowhere else (RFC 6761, section 6.3). */
    private static boolean isLoopbackName(@Nullable String host) {
        String name = String.valueOf(host).toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || NUMBERS.matcher(name).matches();
    }

    private static boolean isLoopback(@Nullable String peer) {
        if (peer == null || !peer.matches("[0-9A-Fa-f.:]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(peer).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }
}
