package network.fanz.content.moderation;

import static network.fanz.common.InvalidField.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.security.identity.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Banks of hashes, for staff. */
@RestController
@RequestMapping("/api/v1/moderation/banks")
@Access({Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR})
@Tag(name = "moderation")
class HashBankApi {
    private static final int LIMIT_MAX = 200;

    private final BankAdministration banks;
    private final SignIn signIn;

    HashBankApi(BankAdministration banks, SignIn signIn) {
        this.banks = banks;
        this.signIn = signIn;
    }

    /** A bank that is to be made. */
    record HashBankRequest(
            @Nullable String name,
            @Nullable String source,
            @Nullable BankMeaning meaning) {}

    /** Whether a bank is asked. */
    record BankSwitch(@Nullable Boolean enabled) {}

    /** A hash that is to be added. */
    record HashRequest(
            @Nullable HashAlgorithm algorithm,
            @Nullable String hash,
            @Nullable String reference) {}

    /** At most 5,000 at once. */
    record HashesRequest(@Nullable List<@Nullable HashRequest> hashes) {}

    /** Why a hash is withdrawn. */
    record HashWithdrawal(@Nullable String because) {}

    @GetMapping
    @Operation(operationId = "listHashBanks", summary = "The banks of hashes that you may see, by name")
    List<HashBank> list(Caller caller) {
        return banks.banks(caller);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "makeHashBank", summary = "Make a bank of hashes, which is asked from now on")
    HashBank make(@RequestBody HashBankRequest body, Caller caller) {
        return banks.make(
                required("name", body.name()),
                required("source", body.source()),
                required("meaning", body.meaning()),
                caller);
    }

    @GetMapping("/{bank}")
    @Operation(operationId = "getHashBank", summary = "One bank of hashes")
    HashBank bank(@PathVariable UUID bank, Caller caller) {
        return banks.bank(bank, caller);
    }

    @PostMapping("/{bank}/switch")
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "switchHashBank", summary = "Switch a bank on or off")
    HashBank set(@PathVariable UUID bank, @RequestBody BankSwitch body, Caller caller) {
        banks.set(bank, required("enabled", body.enabled()), caller);
        return banks.bank(bank, caller);
    }

    @GetMapping("/{bank}/hashes")
    @Operation(
            operationId = "listBankedHashes",
            summary = "A bank's hashes, the newest first; a child-safety bank's ask for a recent proof")
    Page<BankedHash> hashes(
            @PathVariable UUID bank,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            HttpServletRequest request) {
        if (banks.bank(bank, caller).meaning().isForFewEyes()) {
            signIn.requireFresh(request);
        }
        return banks.hashes(bank, after, Math.clamp(limit, 1, LIMIT_MAX), caller);
    }

    @PostMapping("/{bank}/hashes")
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "addHashes", summary = "Add hashes to a bank, all or none; they match from now on")
    BankAdministration.AddedHashes add(@PathVariable UUID bank, @RequestBody HashesRequest body, Caller caller) {
        return banks.add(bank, read(required("hashes", body.hashes())), caller);
    }

    /** Those that are wrong are named by their place in the list, from 1 on. */
    private static List<NewHash> read(List<@Nullable HashRequest> asked) {
        HashLines.requireFew("hashes", asked.size());
        List<NewHash> hashes = new ArrayList<>();
        List<Integer> bad = new ArrayList<>();
        for (HashRequest one : asked) {
            try {
                HashRequest given = required("hashes", one);
                hashes.add(new NewHash(
                        required("algorithm", given.algorithm()),
                        Objects.requireNonNullElse(given.hash(), ""),
                        given.reference()));
            } catch (InvalidField wrong) {
                bad.add(hashes.size() + bad.size() + 1);
            }
        }
        HashLines.refuseBad("hashes", bad);
        return hashes;
    }

    @PostMapping("/{bank}/hashes/{hash}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(
            value = {Role.MODERATOR, Role.CUSTODIAN, Role.ADMINISTRATOR},
            freshProof = true)
    @Operation(operationId = "withdrawHash", summary = "Withdraw a hash: it matches no more, on every node at once")
    void withdraw(@PathVariable UUID bank, @PathVariable long hash, @RequestBody HashWithdrawal body, Caller caller) {
        banks.withdraw(bank, hash, required("because", body.because()), caller);
    }
}
