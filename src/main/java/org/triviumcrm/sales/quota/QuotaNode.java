package org.triviumcrm.sales.quota;

import java.util.ArrayList;
import java.util.List;
import org.triviumcrm.sales.QuotaSubject;

/**
 * One that quotas can be set for, with those below it.
 *
 * @param id 0 for the company
 * @param below those that its quota is divided over
 */
public record QuotaNode(QuotaSubject subject, long id, String name, int depth, List<QuotaNode> below) {

    public QuotaNode {
        below = List.copyOf(below);
    }

    /** Ids of the same kind whose amounts are its own: it and all below it. */
    List<Long> counted() {
        List<Long> all = new ArrayList<>(List.of(id));
        below.stream().filter(node -> node.subject == subject).forEach(node -> all.addAll(node.counted()));
        return all;
    }

    /** It and all below it of the same kind, in their order. */
    List<QuotaNode> flat() {
        List<QuotaNode> all = new ArrayList<>(List.of(this));
        below.stream().filter(node -> node.subject == subject).forEach(node -> all.addAll(node.flat()));
        return all;
    }
}
