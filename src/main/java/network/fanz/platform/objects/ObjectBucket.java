package network.fanz.platform.objects;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.fanz.platform.objects.ObjectSettings.S3Settings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects in a bucket. A draft is a file of this node until it is whole; then it is put under its address, with its SHA-256 to be checked. */
final class ObjectBucket implements ObjectPlace {
    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Drafts drafts;

    private ObjectBucket(S3Client client, String bucket, String prefix, Path folder) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.drafts = new Drafts(folder.resolve("drafts"), System::nanoTime);
    }

    /**
     * @param folder where this node writes what is not whole yet
     * @throws IllegalStateException naming the setting that is missing or wrong
     */
    static ObjectBucket of(S3Settings settings, Path folder) {
        String bucket = settings.bucket();
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalStateException("fanz.objects.s3.bucket is missing. Name the bucket; it must exist.");
        }
        if ((settings.accessKey() == null) != (settings.secretKey() == null)) {
            throw new IllegalStateException(
                    "Of fanz.objects.s3.access-key and fanz.objects.s3.secret-key one is missing. Set both, or none of them.");
        }
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()));
        if (settings.endpoint() != null) {
            builder.endpointOverride(address(settings.endpoint()));
        }
        builder.credentialsProvider(
                settings.accessKey() == null
                        ? DefaultCredentialsProvider.builder().build()
                        : StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())));
        return new ObjectBucket(builder.build(), bucket, settings.prefix(), folder);
    }

    private static URI address(String endpoint) {
        try {
            URI address = new URI(endpoint);
            if (address.getHost() != null && address.getScheme().matches("https?")) {
                return address;
            }
        } catch (URISyntaxException none) {
            // The same answer as for an address of another kind.
        }
        throw new IllegalStateException(
                "fanz.objects.s3.endpoint is no address: " + endpoint + ". Write one such as https://s3.example.org.");
    }

    @Override
    public Path newDraft() throws IOException {
        return drafts.next();
    }

    @Override
    public void take(Path draft, String address) throws IOException {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(address));
        asked(() -> client.putObject(
                request -> request.bucket(bucket).key(key(address)).checksumSHA256(checksum),
                RequestBody.fromFile(draft)));
        Files.deleteIfExists(draft);
    }

    @Override
    public SeekableByteChannel open(String address) throws IOException {
        HeadObjectResponse head = head(address);
        return new RangeChannel(
                head.contentLength(),
                (first, last) -> asked(() -> client.getObjectAsBytes(request ->
                                request.bucket(bucket).key(key(address)).range("bytes=" + first + "-" + last))
                        .asByteArrayUnsafe()));
    }

    @Override
    public boolean has(String address) throws IOException {
        try {
            head(address);
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    private HeadObjectResponse head(String address) throws IOException {
        return asked(() -> client.headObject(request -> request.bucket(bucket).key(key(address))));
    }

    @Override
    public void delete(String address) throws IOException {
        asked(() -> client.deleteObject(request -> request.bucket(bucket).key(key(address))));
    }

    /** S3 lists keys in their order, a thousand an answer. */
    @Override
    public void each(Consumer<String> what) throws IOException {
        asked(() -> {
            for (S3Object object : client.listObjectsV2Paginator(
                            request -> request.bucket(bucket).prefix(prefix))
                    .contents()) {
                String name = object.key().substring(prefix.length());
                if (StoredObject.ADDRESS.matcher(name).matches()) {
                    what.accept(name);
                }
            }
            return what;
        });
    }

    @Override
    public void probe() throws IOException {
        drafts.probe();
        asked(() -> client.headBucket(request -> request.bucket(bucket)));
    }

    @Override
    public void deleteDeadDrafts() throws IOException {
        drafts.deleteDead();
    }

    private String key(String address) {
        return prefix + address;
    }

    private static <T> T asked(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException absent) {
            throw new NoSuchFileException(absent.getMessage());
        } catch (SdkException failed) {
            throw new IOException("The server of objects failed", failed);
        }
    }
}
