package org.triviumcrm.shared.search;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.shared.list.ListReader;

/** Finds records of all kinds that a reader may see. */
@Service
public class Search {

    private final List<SearchTarget> targets;
    private final SearchRepository records;

    Search(List<SearchTarget> targets, SearchRepository records) {
        this.targets = targets.stream()
                .sorted(Comparator.comparingInt(SearchTarget::order))
                .toList();
        this.records = records;
    }

    /**
     * Groups with at least one hit.
     *
     * @param limit hits in a group
     * @param noun only this kind, or empty for all
     */
    @Transactional(readOnly = true)
    public List<SearchGroup> find(ListReader reader, String typed, int limit, String noun) {
        SearchWords words = SearchWords.of(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return targets.stream()
                .filter(target -> noun.isEmpty() || target.noun().equals(noun))
                .filter(target -> reader.can(target.permission()))
                .map(target -> group(reader, target, words, limit))
                .filter(group -> !group.hits().isEmpty())
                .toList();
    }

    /**
     * The best hits of one kind, for a picker; none without the permission to see them.
     *
     * @param typed anything; from two characters on it may stand anywhere in the record
     */
    @Transactional(readOnly = true)
    public List<SearchHit> choices(ListReader reader, String noun, String typed, int limit) {
        return find(reader, typed, limit, noun).stream()
                .flatMap(group -> group.hits().stream())
                .toList();
    }

    private SearchGroup group(ListReader reader, SearchTarget target, SearchWords words, int limit) {
        List<SearchHit> hits = records.find(target, words, target.scope(reader), limit + 1);
        boolean more = hits.size() > limit;
        return new SearchGroup(target, more ? hits.subList(0, limit) : hits, more);
    }
}
