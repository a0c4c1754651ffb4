package network.fanz.journeys;

import java.util.Set;

/**
 * What the program keeps and the file of somebody's own data does not hold.
 *
 * @param what it is, said to its owner
 * @param why it is not there
 * @param tables where it is kept, each with its schema
 */
public record LeftOut(String what, String why, Set<String> tables) {}
