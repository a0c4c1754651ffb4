package network.fanz.content.catalogue.sales;

import java.util.UUID;
import network.fanz.common.AccountId;

/** That a fan has a work, by a payment. */
record WorkGrant(UUID payment, UUID work, AccountId fan, AccountId creator) {}
