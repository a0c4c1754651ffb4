/**
 * What a file says of its own making: Content Credentials, and marks of programs that make pictures. A mark can be taken off, so that none
 * is there says nothing. Nothing is decoded: the places where marks stand are found, and a bounded part of each is read.
 */
@NullMarked
package network.fanz.content.intelligence.marks;

import org.jspecify.annotations.NullMarked;
