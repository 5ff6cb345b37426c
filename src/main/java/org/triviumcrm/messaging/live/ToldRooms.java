package org.triviumcrm.messaging.live;

import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveRooms;

/** Tells all nodes what has happened in rooms. */
@Component
class ToldRooms implements LiveRooms {

    private final LiveSignalRepository signals;

    ToldRooms(LiveSignalRepository signals) {
        this.signals = signals;
    }

    @Override
    public void tell(String room, String word) {
        if (!room.matches("[a-z:0-9]{1,60}") || !word.matches("[a-z]{1,20}")) {
            throw new IllegalArgumentException("No room or word: " + room + " " + word);
        }
        signals.tell(room, word);
    }
}
