package org.triviumcrm.messaging;

/** Tells all nodes that something has happened in a place to which not only people of the company listen, such as a talk with a visitor. */
public interface LiveRooms {

    /**
     * Takes effect when the caller's transaction commits; every {@link LiveRoomListener} on every node hears of it.
     *
     * @param room such as {@code chat:42}: letters, digits, colons
     * @param word what has happened, in small letters; whoever hears it reads the rest from the database
     */
    void tell(String room, String word);
}
