package network.fanz.content.media;

import network.fanz.platform.objects.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A part that lies in the store and counts for nothing yet.
 *
 * @param start where it begins in the file
 * @param before how far the file had come before it; more than its start if it takes in the part before
 * @param replaced the address of that part; null without one
 */
record WrittenPart(
        int number, long start, long before, @Nullable String replaced, StoredObject stored) {
    long end() {
        return start + stored.length();
    }
}
