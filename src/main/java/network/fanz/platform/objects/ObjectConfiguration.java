package network.fanz.platform.objects;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import network.fanz.common.Steady;
import network.fanz.platform.health.PartHealth;
import network.fanz.platform.jobs.Job;
import network.fanz.platform.postgres.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectSettings.class)
class ObjectConfiguration {
    @Bean
    ObjectPlace objectPlace(ObjectSettings settings, DataFolder data) {
        Path folder = Objects.requireNonNullElseGet(settings.folder(), () -> data.resolve("objects"))
                .toAbsolutePath()
                .normalize();
        return switch (settings.place()) {
            case FOLDER -> new ObjectFolder(folder, System::nanoTime);
            case S3 -> ObjectBucket.of(settings.s3(), folder);
        };
    }

    @Bean
    ObjectSweep objectSweep(
            ObjectPlace place, ObjectRowStore rows, ObjectFaults faults, ObjectSettings settings, @Steady Clock clock) {
        // The data folder is locked; a folder that nodes share, or a bucket, may hold what another database names.
        boolean alone = settings.place() == ObjectSettings.PlaceKind.FOLDER && settings.folder() == null;
        return new ObjectSweep(place, rows, faults, settings, clock, System::nanoTime, alone);
    }

    @Bean
    HealthIndicator objectHealthIndicator(ObjectReporter objectReporter) {
        return new PartHealth(objectReporter);
    }

    @Bean
    Job objectReleaseJob(ObjectSweep objectSweep) {
        return new Job("objects.release", Duration.ofMinutes(1), objectSweep::deleteReleased);
    }

    @Bean
    Job objectProbeJob(ObjectSweep objectSweep) {
        return new Job("objects.probe", Duration.ofMinutes(1), objectSweep::probe);
    }

    @Bean
    Job objectSweepJob(ObjectSweep objectSweep) {
        return new Job("objects.sweep", Duration.ofHours(1), objectSweep::compare);
    }
}
