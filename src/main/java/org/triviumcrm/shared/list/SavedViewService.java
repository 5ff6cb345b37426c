package org.triviumcrm.shared.list;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Views kept under a name. Everyone keeps their own; sharing and changing shared ones needs {@value #SHARE}. */
@Service
public class SavedViewService {

    public static final String SHARE = "shared.view.share";

    private final SavedViewRepository repository;
    private final ListPreferenceRepository preferences;
    private final ListDefinitions definitions;
    private final Clock clock;

    SavedViewService(
            SavedViewRepository repository,
            ListPreferenceRepository preferences,
            ListDefinitions definitions,
            Clock clock) {
        this.repository = repository;
        this.preferences = preferences;
        this.definitions = definitions;
        this.clock = clock;
    }

    ListPreference preference(ListDefinition definition, ListReader reader) {
        return preferences.find(reader.personId(), definition);
    }

    /**
     * Puts in what the chosen view keeps, unless the address says itself what to show. Without any parameter the list
     * opens with the person's own choice of view.
     */
    ViewedQuery apply(
            ListQuery asked, ListPreference preference, ListReader reader, MultiValueMap<String, String> parameters) {
        ListDefinition definition = asked.definition();
        List<SavedView> views = repository.visible(definition.noun(), reader.personId());
        long wanted = asked.view() != 0
                ? asked.view()
                : asked.isExplicit() || parameters.containsKey("view") ? 0 : preference.view();
        SavedView current = views.stream()
                .filter(view -> view.getId() == wanted)
                .findFirst()
                .orElse(null);
        // Named in the address, so that following pages don't fall back to the view the list opens with.
        ListQuery query =
                preference.view() == 0 ? asked.viewed(0) : asked.viewed(0).ordered();
        boolean changed = false;
        if (current != null) {
            ListQuery kept = kept(definition, current);
            query = asked.isExplicit()
                    ? asked
                    : kept.viewed(wanted).sized(asked.size()).at(asked);
            changed = !query.kept().equals(kept.kept());
        }
        return new ViewedQuery(query, views(query, views, current, changed, preference, reader));
    }

    private static ListViews views(
            ListQuery query,
            List<SavedView> views,
            @Nullable SavedView current,
            boolean changed,
            ListPreference preference,
            ListReader reader) {
        List<ListViews.Entry> entries = views.stream()
                .map(view -> entry(query.definition(), view, reader))
                .toList();
        return new ListViews(
                entries,
                current == null ? null : entry(query.definition(), current, reader),
                changed,
                reader.can(SHARE),
                preference.view(),
                query.kept());
    }

    private static ListViews.Entry entry(ListDefinition definition, SavedView view, ListReader reader) {
        return new ListViews.Entry(
                view.getId(),
                view.getName(),
                ListQuery.all(definition).viewed(view.getId()).href(),
                view.isShared(),
                mayChange(view, reader));
    }

    private static ListQuery kept(ListDefinition definition, SavedView view) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.newInstance()
                .query(view.getQuery())
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value ->
                        parameters.add(name, value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8))));
        return ListParameters.read(definition, parameters);
    }

    private static boolean mayChange(SavedView view, ListReader reader) {
        return view.getPersonId() == reader.personId() || (view.isShared() && reader.can(SHARE));
    }
}
