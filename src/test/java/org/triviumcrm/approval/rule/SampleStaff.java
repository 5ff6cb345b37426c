package org.triviumcrm.approval.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A company made of numbers. */
final class SampleStaff implements Staff {

    final Map<Long, List<Long>> above = new HashMap<>();
    final Map<Long, List<Long>> inCharge = new HashMap<>();
    final Map<Long, List<Long>> holders = new HashMap<>();
    final Map<Long, List<Long>> holdersInLine = new HashMap<>();
    final Map<Long, Long> deputies = new HashMap<>();
    final Set<Long> left = new HashSet<>();

    @Override
    public boolean isActive(long personId) {
        return !left.contains(personId);
    }

    @Override
    public List<Long> above(long personId) {
        return present(above.get(personId)).stream()
                .filter(person -> person != personId)
                .toList();
    }

    @Override
    public List<Long> inCharge(long teamId) {
        return present(inCharge.get(teamId));
    }

    @Override
    public List<Long> holders(long roleId, @Nullable Long lineOfTeam) {
        return present((lineOfTeam == null ? holders : holdersInLine).get(roleId));
    }

    @Override
    public Optional<Long> deputy(long personId) {
        return Optional.ofNullable(deputies.get(personId));
    }

    private List<Long> present(@Nullable List<Long> people) {
        return people == null
                ? List.of()
                : people.stream().filter(this::isActive).toList();
    }
}
