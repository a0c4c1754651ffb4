package network.fanz.security.identity.sessions;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names a browser and its system coarsely, for the owner's list of sessions: enough to recognise a device, too little to track one. */
public final class DeviceNames {
    private static final Map<String, String> BROWSERS = inOrder(
            "edg/",
            "Edge",
            "opr/",
            "Opera",
            "firefox/",
            "Firefox",
            "chrome/",
            "Chrome",
            "safari/",
            "Safari",
            "java-http-client",
            "Java");
    private static final Map<String, String> SYSTEMS = inOrder(
            "android", "Android", "iphone", "iPhone", "ipad", "iPad", "windows", "Windows", "mac os", "macOS", "linux",
            "Linux");

    private DeviceNames() {}

    public static @Nullable String fromUserAgent(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        String agent = userAgent.toLowerCase(Locale.ROOT);
        String browser = first(BROWSERS, agent, "A browser or program");
        String system = first(SYSTEMS, agent, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(Map<String, String> names, String agent, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
