package org.triviumcrm.sales.quota;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.sales.quota.QuotaNameRepository.Named;

/** Whom a viewer can see and set quotas for, and who stands below whom. */
@Service
class QuotaTree {

    private static final int MOST = 500;

    private final QuotaNameRepository names;
    private final Teams teams;
    private final People people;

    QuotaTree(QuotaNameRepository names, Teams teams, People people) {
        this.names = names;
        this.teams = teams;
        this.people = people;
    }

    static boolean seesAll(Viewer viewer) {
        return viewer.scope("opportunity") instanceof Scope.Everything;
    }

    static boolean seesTeams(Viewer viewer) {
        Scope scope = viewer.scope("opportunity").base();
        return scope instanceof Scope.Teams || scope instanceof Scope.Everything;
    }

    /** The tops of a kind, with all below them; people below their teams. */
    @CanViewQuotas
    public List<QuotaNode> tops(Viewer viewer, QuotaSubject kind, Collection<Long> wanted) {
        return switch (kind) {
            case COMPANY, TEAM -> {
                List<QuotaNode> found = teams(viewer, wanted);
                yield seesAll(viewer) ? List.of(new QuotaNode(QuotaSubject.COMPANY, 0, "", 0, found)) : found;
            }
            case PERSON -> people(viewer, wanted);
            case PRODUCT ->
                seesAll(viewer)
                        ? names.products(wanted, MOST).stream()
                                .map(one -> new QuotaNode(QuotaSubject.PRODUCT, one.id(), one.name(), 0, List.of()))
                                .toList()
                        : List.of();
            case REGION -> regions(viewer);
        };
    }

    private List<QuotaNode> teams(Viewer viewer, Collection<Long> people) {
        Scope scope = viewer.scope("opportunity");
        List<TeamRef> reach = teams.tree().stream()
                .filter(team -> scope.includes(null, team.id()))
                .toList();
        Set<Long> known = reach.stream().map(TeamRef::id).collect(Collectors.toSet());
        List<Named> sellers = names.people(known, people, MOST);
        return reach.stream()
                .filter(team -> team.parentId() == null || !known.contains(team.parentId()))
                .map(team -> team(team, reach, sellers, seesAll(viewer) ? 1 : 0))
                .toList();
    }

    private static QuotaNode team(TeamRef team, List<TeamRef> all, List<Named> sellers, int depth) {
        List<QuotaNode> below = new ArrayList<>();
        all.stream()
                .filter(one -> Objects.equals(one.parentId(), team.id()))
                .forEach(one -> below.add(team(one, all, sellers, depth + 1)));
        sellers.stream()
                .filter(one -> Objects.equals(one.parentId(), team.id()))
                .forEach(one ->
                        below.add(new QuotaNode(QuotaSubject.PERSON, one.id(), one.name(), depth + 1, List.of())));
        return new QuotaNode(QuotaSubject.TEAM, team.id(), team.name(), depth, below);
    }

    private List<QuotaNode> people(Viewer viewer, Collection<Long> wanted) {
        Scope scope = viewer.scope("opportunity").base();
        Set<Long> reach = teams.tree().stream()
                .map(TeamRef::id)
                .filter(id -> scope.includes(null, id))
                .collect(Collectors.toSet());
        Set<Long> all = wanted.stream().collect(Collectors.toSet());
        if (viewer.personId() != 0) {
            all.add(viewer.personId());
        }
        return names.people(reach, all, MOST).stream()
                .filter(one -> scope.includes(one.id(), one.parentId()))
                .map(one -> new QuotaNode(QuotaSubject.PERSON, one.id(), one.name(), 0, List.of()))
                .toList();
    }

    private List<QuotaNode> regions(Viewer viewer) {
        Scope scope = viewer.scope("opportunity");
        List<Named> reach = names.regions().stream()
                .filter(one -> scope.includes(0, null, null, one.id()))
                .toList();
        Set<Long> known = reach.stream().map(Named::id).collect(Collectors.toSet());
        return reach.stream()
                .filter(one -> one.parentId() == null || !known.contains(one.parentId()))
                .map(one -> region(one, reach, 0))
                .toList();
    }

    private static QuotaNode region(Named one, List<Named> all, int depth) {
        return new QuotaNode(
                QuotaSubject.REGION,
                one.id(),
                one.name(),
                depth,
                all.stream()
                        .filter(other -> Objects.equals(other.parentId(), one.id()))
                        .map(other -> region(other, all, depth + 1))
                        .toList());
    }

    /** The one of a kind with this id; null when the viewer does not see it. */
    @CanViewQuotas
    public @Nullable QuotaNode find(Viewer viewer, QuotaSubject kind, long id) {
        if (kind == QuotaSubject.PERSON) {
            return people.find(id)
                    .filter(one -> viewer.scope("opportunity").base().includes(one.id(), one.teamId()))
                    .map(one -> new QuotaNode(QuotaSubject.PERSON, id, one.name(), 0, List.of()))
                    .orElse(null);
        }
        return tops(viewer, kind, kind == QuotaSubject.PRODUCT ? List.of(id) : List.of()).stream()
                .flatMap(top -> top.subject() == QuotaSubject.COMPANY && kind == QuotaSubject.TEAM
                        ? top.below().stream()
                        : Stream.of(top))
                .flatMap(top -> top.flat().stream())
                .filter(node -> node.subject() == kind && node.id() == id)
                .findFirst()
                .orElse(null);
    }
}
