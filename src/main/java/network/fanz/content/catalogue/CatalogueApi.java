package network.fanz.content.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import network.fanz.common.Access;
import network.fanz.common.AccountId;
import network.fanz.common.Caller;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.common.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passes and libraries. */
@RestController
@Tag(name = "catalogue")
class CatalogueApi {
    private static final int LISTED_MAX = 100;

    private final Catalogue catalogue;
    private final SoldWorks sold;

    CatalogueApi(Catalogue catalogue, SoldWorks sold) {
        this.catalogue = catalogue;
        this.sold = sold;
    }

    /** What a creator sends to offer a pass; its length may be left out, for there is but one. */
    record NewPass(@Nullable Money price, @Nullable Integer days) {}

    @GetMapping("/api/v1/passes")
    @Access
    @Operation(operationId = "listPasses", summary = "What a creator sells now: one pass or none")
    List<Pass> passes(@RequestParam("creator") AccountId creator) {
        return catalogue.passOf(creator).stream().toList();
    }

    @PostMapping("/api/v1/passes")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "offerPass", summary = "Offer your 30-day supporter pass at a price")
    Pass offer(@RequestHeader("Idempotency-Key") String key, @RequestBody NewPass body, Caller caller) {
        if (body.price() == null) {
            throw new InvalidField("price", "This field is needed.");
        }
        if (body.days() != null && body.days() != Catalogue.PASS_DAYS) {
            throw new InvalidField("days", Sentence.of("A pass lasts {0} days.", Catalogue.PASS_DAYS));
        }
        return catalogue.offerPass(caller.requireAccount(), body.price(), key);
    }

    @DeleteMapping("/api/v1/passes/current")
    @Access(Role.CREATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "withdrawPass", summary = "Stop selling your pass; those sold keep their time")
    void withdraw(Caller caller) {
        catalogue.withdrawPass(caller.requireAccount());
    }

    @GetMapping("/api/v1/library")
    @Access
    @Operation(operationId = "getLibrary", summary = "Your passes with their end dates")
    List<OwnedPass> library(Caller caller) {
        return catalogue.library(caller.requireAccount());
    }

    @GetMapping("/api/v1/bought-works")
    @Access
    @Operation(
            operationId = "listBoughtWorks",
            summary = "Works that you bought one by one, and what has become of each")
    Page<BoughtWork> boughtWorks(
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            Caller caller) {
        return sold.library(caller.requireAccount(), after, Math.clamp(limit, 1, LISTED_MAX));
    }
}
