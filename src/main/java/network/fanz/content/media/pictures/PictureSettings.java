package network.fanz.content.media.pictures;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a picture is read.
 *
 * @param fileMax the largest file that is read as a picture
 * @param pixelsMax how many pixels a picture may have; half as many where its kind must be held in memory as a whole
 * @param sideMax how wide and how high it may be, in pixels
 * @param atOnce how many pictures are read at once
 * @param waitMax how long one waits for its turn
 * @param readMax how long one may take to be read
 */
@ConfigurationProperties(prefix = "fanz.pictures", ignoreUnknownFields = false)
public record PictureSettings(
        @DefaultValue("32MB") @Between(min = "1MB", max = "128MB")
        DataSize fileMax,

        @DefaultValue("16000000") @Between(min = "1000000", max = "64000000")
        int pixelsMax,

        @DefaultValue("30000") @Between(min = "1000", max = "65535")
        int sideMax,

        @DefaultValue("2") @Between(min = "1", max = "64") int atOnce,

        @DefaultValue("10s") @Between(min = "1s", max = "5m")
        Duration waitMax,

        @DefaultValue("10s") @Between(min = "1s", max = "2m")
        Duration readMax) {}
