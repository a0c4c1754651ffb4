package network.fanz.web.problems;

import static network.fanz.common.Language.say;

/** What a kind of refusal means to whoever met it, and what they can do. What was wrong that one time the refusal itself has said. */
public final class ProblemWords {
    private static final int SERVER_ERROR = 500;

    private ProblemWords() {}

    /** @param status as HTTP has it: 400 and above */
    public static String of(int status) {
        return switch (status) {
            case 401 -> say("We did not know who you are: you were not signed in, or no longer.");
            case 403 ->
                say(
                        "It is not for you, or not as things stand: something that it needs is missing or too old, or an account or an address is stopped.");
            case 404, 410 -> say("What you asked for is not here: it never was, is over, or is not for you to see.");
            case 405 -> say("There is something at this address, and it is not made for what was asked of it.");
            case 406, 415 -> say("What was sent, or asked for, has a form that is not spoken here.");
            case 408 -> say("What was sent came too slowly, or broke off.");
            case 409 -> say("Something stood in the way when you asked, such as another change at the same moment.");
            case 413 -> say("More was sent than is taken here.");
            case 422 -> say("Something that was sent could not be taken as it was.");
            case 429 -> say("Too much was asked for in a short time, by you or from the same network.");
            case 503 -> say("Something that is needed for it did not answer. It was not your fault.");
            default ->
                status >= SERVER_ERROR
                        ? say("Something went wrong on our side. It was not your fault.")
                        : say("What your browser or program sent could not be understood.");
        };
    }

    public static String todo(int status) {
        return switch (status) {
            case 401 -> say("Sign in, and try again.");
            case 403 ->
                say(
                        "The refusal says what it needs. If you think that it should be for you, ask whoever runs this site.");
            case 404, 410 ->
                say(
                        "Look whether the address is whole. A link from an old letter may have been used, or its time may be over.");
            case 408 -> say("Try again, on a better connection if you can.");
            case 409 -> say("Open the page again to see how things stand now, and try again if it still makes sense.");
            case 413 -> say("Send less, or in parts.");
            case 422 -> say("Go back to the page: it says what is wrong, beside the field where there is one.");
            case 429 -> say("Wait for as long as the refusal said, and try again.");
            default ->
                status >= SERVER_ERROR
                        ? say("Try again in a moment.")
                        : say("Go back, load the page again, and try once more.");
        };
    }
}
