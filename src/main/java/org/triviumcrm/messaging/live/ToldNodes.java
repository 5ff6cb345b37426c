package org.triviumcrm.messaging.live;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveRoomListener;
import org.triviumcrm.messaging.LiveRooms;
import org.triviumcrm.shared.signal.NodeSignalListener;
import org.triviumcrm.shared.signal.NodeSignals;

/** Carries signals between nodes as words told in rooms. */
@Component
class ToldNodes implements NodeSignals, LiveRoomListener {

    private static final String ROOM = "nodes:";

    private final LiveRooms rooms;
    private final ObjectProvider<NodeSignalListener> listeners;

    ToldNodes(LiveRooms rooms, ObjectProvider<NodeSignalListener> listeners) {
        this.rooms = rooms;
        this.listeners = listeners;
    }

    @Override
    public void changed(String topic) {
        rooms.tell(ROOM + topic, "changed");
    }

    @Override
    public void heard(String room, String word) {
        listeners.stream()
                .filter(listener -> room.equals(ROOM + listener.topic()))
                .forEach(NodeSignalListener::heard);
    }

    @Override
    public void missed() {
        listeners.stream().forEach(NodeSignalListener::heard);
    }
}
