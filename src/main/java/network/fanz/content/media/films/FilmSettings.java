package network.fanz.content.media.films;

import java.time.Duration;
import network.fanz.common.Between;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a film is taken, and what the process may use that looks into it.
 *
 * @param lengthMax how long a film may be
 * @param pixelsMax how many pixels a frame may have
 * @param rateMax how many frames a second it may have
 * @param streamsMax how many streams of pictures, sound and words
 * @param atOnce how many films are looked into at once, beside the one that is made anew
 * @param rungsAtOnce how many sizes of the film that is made anew are made at the same time, once the smallest is there
 * @param waitMax how long one waits for its turn
 * @param lookMax how long a look at a film's head may take
 * @param stretch how many times as long as the film itself any other work on it may take, after {@code lookMax}
 * @param memoryMax how much memory such a process may use; what it asks for beyond that it does not get
 */
@ConfigurationProperties(prefix = "fanz.films", ignoreUnknownFields = false)
record FilmSettings(
        @DefaultValue("4h") @Between(min = "1m", max = "24h")
        Duration lengthMax,

        @DefaultValue("9000000") @Between(min = "100000", max = "40000000")
        int pixelsMax,

        @DefaultValue("120") @Between(min = "24", max = "480")
        int rateMax,

        @DefaultValue("16") @Between(min = "2", max = "64") int streamsMax,

        @DefaultValue("2") @Between(min = "1", max = "16") int atOnce,

        @DefaultValue("2") @Between(min = "1", max = "8") int rungsAtOnce,

        @DefaultValue("30s") @Between(min = "1s", max = "10m")
        Duration waitMax,

        @DefaultValue("1m") @Between(min = "10s", max = "10m")
        Duration lookMax,

        @DefaultValue("8") @Between(min = "2", max = "50") int stretch,

        @DefaultValue("3GB") @Between(min = "2GB", max = "32GB")
        DataSize memoryMax) {}
