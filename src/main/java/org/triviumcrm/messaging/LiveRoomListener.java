package org.triviumcrm.messaging;

/** Hears what is told in {@link LiveRooms}. Called by the thread that hears for the whole node, so it hands its work to others. */
public interface LiveRoomListener {

    void heard(String room, String word);

    /** Something may have been told that was not heard: the node has just begun to listen, perhaps again. */
    void missed();
}
