package network.fanz.content.media.films;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a process does.
 *
 * @param arguments names and values
 * @param timeMax then it is ended
 * @param bytesMax so many bytes it may give back
 */
record FilmTask(String name, Map<String, String> arguments, Duration timeMax, long bytesMax) {
    FilmTask {
        arguments = new LinkedHashMap<>(arguments);
    }

    FilmTask with(String argument, Object value) {
        FilmTask more = new FilmTask(name, arguments, timeMax, bytesMax);
        more.arguments.put(argument, value.toString());
        return more;
    }

    List<String> words() {
        List<String> words = new ArrayList<>(List.of("task=" + name));
        arguments.forEach((argument, value) -> words.add(argument + "=" + value));
        return words;
    }
}
