package network.fanz.platform.objects;

import java.nio.file.Path;
import java.time.Duration;
import network.fanz.common.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where large objects lie, such as what creators upload.
 *
 * @param place {@code folder} or {@code s3}
 * @param folder the folder, shared by all nodes; without it {@code objects} in the data folder, which is what {@code ./fanz backup} copies.
 *     With {@code s3} only what is being written lies in it, for a moment
 * @param releasedFor how long an object that nobody needs any more still lies there; a backup takes whatever it began with if it copies new
 *     objects within this time
 * @param s3 the bucket
 */
@ConfigurationProperties(prefix = "fanz.objects", ignoreUnknownFields = false)
record ObjectSettings(
        @DefaultValue("folder") PlaceKind place,
        @Nullable Path folder,

        @DefaultValue("1h") @Between(min = "0s", max = "7d") Duration releasedFor,

        @DefaultValue S3Settings s3) {
    /** What holds objects. */
    enum PlaceKind {
        FOLDER,
        S3
    }

    /**
     * A bucket of a server that speaks S3.
     *
     * @param endpoint the server's address, such as {@code https://s3.example.org}; without it the region's own of AWS
     * @param region the region's name
     * @param bucket the bucket, which must exist
     * @param prefix what all keys begin with
     * @param accessKey with the secret key, who we are; without both the machine's own way of saying so (environment, profile, role)
     * @param secretKey see there
     * @param pathStyle whether the bucket stands in the path; most servers other than AWS want it
     * @param timeout for one call
     */
    record S3Settings(
            @Nullable String endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String bucket,
            @DefaultValue("fanz/") String prefix,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("false") boolean pathStyle,

            @DefaultValue("30s") @Between(min = "100ms", max = "10m")
            Duration timeout) {
        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", region=" + region + ", bucket=" + bucket + ", prefix=" + prefix + "]";
        }
    }
}
