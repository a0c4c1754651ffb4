package network.fanz.web.money;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.UUID;

/** @param price what its buyer was shown, in base units */
record ChosenWork(UUID id, BigInteger price) implements Serializable {}
