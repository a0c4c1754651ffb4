package network.fanz.tools.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/** How the walk's administrator signs in, kept in the data folder for the next walk and readable by its owner only. */
record SavedCredentials(String email, String password, String secret) {
    private static final String FILE = "journeys-administrator.txt";

    static boolean exists(ProgramAddress address) {
        return Files.exists(file(address));
    }

    static SavedCredentials read(ProgramAddress address) {
        try {
            List<String> lines = Files.readAllLines(file(address));
            return new SavedCredentials(lines.get(0), lines.get(1), lines.get(2));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void write(ProgramAddress address, SignedInUser user) {
        TotpGenerator totpGenerator = Objects.requireNonNull(user.totp());
        try {
            Files.createFile(
                    file(address), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file(address), List.of(user.email(), user.password(), totpGenerator.base32()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path file(ProgramAddress address) {
        return address.dataFolder().resolve(FILE);
    }

    @Override
    public String toString() {
        return "SavedCredentials";
    }
}
