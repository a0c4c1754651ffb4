package network.fanz.security.ratelimit.blocks;

import io.swagger.v3.oas.annotations.Operation;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Page;
import network.fanz.common.Role;
import network.fanz.security.ratelimit.AddressBlock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Blocks of addresses, for staff. */
@RestController
@RequestMapping("/api/v1/security/address-blocks")
class AddressBlocksApi {
    private final AddressBlocks blocks;

    AddressBlocksApi(AddressBlocks blocks) {
        this.blocks = blocks;
    }

    @GetMapping
    @Access({Role.ANALYST, Role.ADMINISTRATOR})
    @Operation(operationId = "listAddressBlocks", summary = "Blocks of addresses in force, the newest first")
    Page<AddressBlock> list() {
        return new Page<>(blocks.inForce(), null);
    }

    @DeleteMapping("/{addressHash}")
    @Access(value = Role.ADMINISTRATOR, freshProof = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "liftAddressBlock", summary = "Ends a block of an address now")
    void lift(@PathVariable String addressHash, Caller caller) {
        blocks.lift(addressHash, caller.requireAccount());
    }
}
