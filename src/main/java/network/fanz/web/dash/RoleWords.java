package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import network.fanz.common.Role;

/** What each role may do, as whoever grants it reads it. Which address asks for which role is said at its handler. */
public final class RoleWords {
    private RoleWords() {}

    public static String may(Role role) {
        return switch (role) {
            case FAN -> say("Pays creators, buys passes, and sees its own payments and library.");
            case CREATOR -> say("Offers a pass, is paid, and may give back what it was paid.");
            case MODERATOR ->
                say(
                        "Looks after the banks of hashes, but those for child safety. Looks up accounts, through the API alone.");
            case CUSTODIAN -> say("""
                    Alone sees the records of people in works, each look kept. Looks after the banks of hashes for child safety. \
                    Looks up accounts, reads the rules of age and country, and imports sanctions lists, through the API.""");
            case FINANCE ->
                say(
                        "Sees all payments, the books and the figures, gives payments back, sets fees, and proposes and approves postings by hand.");
            case ANALYST ->
                say(
                        "Sees security events, alerts, blocked addresses and the figures, takes alerts up and closes them, and has payments assessed.");
            case EXECUTIVE -> say("Sees the figures and the financial report, and changes nothing.");
            case ADMINISTRATOR -> say("""
                    Does all that the other staff may, but approves no posting by hand and sees no records of people in works. Decides \
                    about accounts, roles, staff, what creators say of themselves and blocked addresses, reads the audit log, and looks after the program.""");
        };
    }
}
