package network.fanz.content.catalogue.releases;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import network.fanz.content.media.UploadType;
import network.fanz.platform.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReleasesConfiguration {
    static final Set<UploadType> FILMS = types(UploadType::isFilm);
    static final Set<UploadType> PICTURES = types(type -> !type.isFilm());

    private static Set<UploadType> types(Predicate<UploadType> which) {
        return Arrays.stream(UploadType.values()).filter(which).collect(Collectors.toUnmodifiableSet());
    }

    @Bean
    Job releaseJob(ReleaseDriver driver) {
        return new Job("catalogue.releases", Duration.ofSeconds(1), () -> driver.drive(PICTURES));
    }

    /** A film takes long: nobody's picture waits for it. */
    @Bean
    Job releaseDiscardJob(ReleaseDiscard discard) {
        return new Job("catalogue.discard", Duration.ofHours(1), discard::discard);
    }

    @Bean
    Job filmReleaseJob(ReleaseDriver driver) {
        return new Job("catalogue.film_releases", Duration.ofSeconds(1), () -> driver.drive(FILMS));
    }
}
