package network.fanz.web.problems;

/** What a kind of refusal means to whoever met it, and what they can do. What was wrong that one time the refusal itself has said. */
public final class ProblemWords {
    private static final int SERVER_ERROR = 500;

    private ProblemWords() {}

    /** @param status as HTTP has it: 400 and above */
    public static String of(int status) {
        return switch (status) {
            case 401 -> "We did not know who you are: you were not signed in, or no longer.";
            case 403 ->
                "We know who you are, and this is not for you, or not before you have shown once more who you are.";
            case 404, 410 -> "What you asked for is not here: it never was, is over, or is not for you to see.";
            case 405 -> "There is something at this address, and it is not made for what was asked of it.";
            case 406, 415 -> "What was sent, or asked for, has a form that is not spoken here.";
            case 408 -> "What was sent came too slowly, or broke off.";
            case 409 -> "Something stood in the way when you asked, such as another change at the same moment.";
            case 413 -> "More was sent than is taken here.";
            case 422 -> "Something that was sent could not be taken as it was.";
            case 429 -> "Too much was asked for in a short time, by you or from the same network.";
            case 503 -> "Something that is needed for it did not answer. It was not your fault.";
            default ->
                status >= SERVER_ERROR
                        ? "Something went wrong on our side. It was not your fault."
                        : "What your browser or program sent could not be understood.";
        };
    }

    public static String todo(int status) {
        return switch (status) {
            case 401 -> "Sign in, and try again.";
            case 403 -> "If you think that it should be for you, ask whoever runs this site.";
            case 404, 410 ->
                "Look whether the address is whole. A link from an old letter may have been used, or its time may be over.";
            case 408 -> "Try again, on a better connection if you can.";
            case 409 -> "Open the page again to see how things stand now, and try again if it still makes sense.";
            case 413 -> "Send less, or in parts.";
            case 422 -> "Go back to the page: it says what is wrong, beside the field where there is one.";
            case 429 -> "Wait for as long as the refusal said, and try again.";
            default ->
                status >= SERVER_ERROR ? "Try again in a moment." : "Go back, load the page again, and try once more.";
        };
    }
}
