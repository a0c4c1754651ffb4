package network.fanz.content.media.films.child;

/** What the process says to the program. Each begins with the number of its kind. */
public enum Word {
    /** Bytes of an input are wanted: its number, the place, how many. The answer is how many there are, and these. */
    READ,
    /** Something known: a name and what it is. */
    FACT,
    /** A frame: when it is shown in milliseconds, width, height, and three bytes a pixel. */
    FRAME,
    /** Bytes that belong to what is made: the name of a file, how many, and these. */
    OUTPUT,
    /** How far the work has come, in milliseconds of the film. */
    PROGRESS,
    /** It ends here: a {@link network.fanz.content.media.FilmRefusal}'s name. */
    REFUSED,
    DONE
}
