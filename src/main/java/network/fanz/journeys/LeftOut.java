package network.fanz.journeys;

import java.util.Set;

/**
 * What the program keeps and the file of somebody's own data does not hold.
 *
 * @param what it is, said to its owner
 * @param why it is not there
 * @param tables which are left out, each with its schema; none where only a part of some is
 */
public record LeftOut(String what, String why, Set<String> tables) {}
