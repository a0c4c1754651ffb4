package network.fanz.security.ratelimit.origin;

import java.nio.ByteBuffer;

/** An address as an unsigned number of 128 bits. An IPv4 address takes the lowest 32. */
record IpNumber(long high, long low) implements Comparable<IpNumber> {
    static IpNumber of(byte[] address) {
        ByteBuffer bytes = ByteBuffer.wrap(address);
        return address.length == 4
                ? new IpNumber(0, Integer.toUnsignedLong(bytes.getInt()))
                : new IpNumber(bytes.getLong(), bytes.getLong());
    }

    /** The last address of a network that begins here, whose lowest bits, this many, are open. */
    IpNumber lastOfNetwork(int open) {
        long lowMask = open >= 64 ? -1 : (1L << open) - 1;
        long highMask = open <= 64 ? 0 : open == 128 ? -1 : (1L << (open - 64)) - 1;
        return new IpNumber(high | highMask, low | lowMask);
    }

    IpNumber next() {
        return new IpNumber(low == -1 ? high + 1 : high, low + 1);
    }

    boolean isHighest() {
        return high == -1 && low == -1;
    }

    @Override
    public int compareTo(IpNumber other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }
}
