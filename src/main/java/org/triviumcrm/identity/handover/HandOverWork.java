package org.triviumcrm.identity.handover;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who takes over which kind of work: one person, or several among whom it is spread evenly; nobody where it stays. */
public class HandOverWork {

    private Map<String, List<Long>> to = new HashMap<>();

    public Map<String, List<Long>> getTo() {
        return to;
    }

    public void setTo(@Nullable Map<String, List<Long>> to) {
        this.to = to == null ? new HashMap<>() : to;
    }

    /** Those chosen for a kind, each once. */
    public List<Long> of(String kind) {
        return to.getOrDefault(kind, List.of()).stream()
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
