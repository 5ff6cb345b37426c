package org.triviumcrm.approval.definition;

import java.util.List;

/**
 * Whom a step asks.
 *
 * @param ids people for {@link ApproverKind#PERSON}, roles for {@link ApproverKind#ROLE}; with {@link ApproverKind#CHOICE}
 *     the roles whose holders may be chosen, none for everybody; with {@link ApproverKind#TEAM_MANAGER} the teams whose
 *     managers are asked, none for the team of the record; else none
 * @param inLine with {@link ApproverKind#ROLE} and {@link ApproverKind#CHOICE} only those who belong to the record's team or to a
 *     team above it
 * @param level with {@link ApproverKind#SUPERIOR} which one: 1 for the submitter's own, 2 for that one's, …; else 0
 */
public record Approvers(ApproverKind kind, List<Long> ids, boolean inLine, int level) {

    public Approvers {
        ids = List.copyOf(ids);
    }

    public static Approvers people(Long... ids) {
        return new Approvers(ApproverKind.PERSON, List.of(ids), false, 0);
    }

    public static Approvers roles(Long... ids) {
        return new Approvers(ApproverKind.ROLE, List.of(ids), false, 0);
    }

    public static Approvers teamManager() {
        return new Approvers(ApproverKind.TEAM_MANAGER, List.of(), false, 0);
    }

    public static Approvers superior(int level) {
        return new Approvers(ApproverKind.SUPERIOR, List.of(), false, level);
    }

    public static Approvers choice() {
        return new Approvers(ApproverKind.CHOICE, List.of(), false, 0);
    }
}
