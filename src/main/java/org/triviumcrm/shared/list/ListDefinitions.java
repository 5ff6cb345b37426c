package org.triviumcrm.shared.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** All lists of the application by their noun. */
@Component
public class ListDefinitions {

    private final List<ListFilterSource> sources;
    private final List<ListColumnSource> columns;
    private final Map<String, ListDefinition> definitions;

    ListDefinitions(List<ListDefinition> definitions, List<ListFilterSource> sources, List<ListColumnSource> columns) {
        this.columns = columns;
        this.sources = sources;
        this.definitions = definitions.stream()
                .map(definition -> sources.stream()
                        .flatMap(source -> source.filter(definition.noun()).stream())
                        .reduce(definition, ListDefinition::with, (one, other) -> other))
                .collect(Collectors.toMap(ListDefinition::noun, Function.identity()));
    }

    /** The beginning of an address in the list of these records; nothing when there is none that the reader may see. */
    public Optional<ListLink> link(String noun, ListReader reader) {
        return Optional.ofNullable(definitions.get(noun))
                .filter(definition -> reader.can(definition.viewPermission()))
                .map(definition -> ListLink.to(definition.path()));
    }

    /**
     * The list, if the reader may see it.
     *
     * @throws AccessDeniedException without the permission, and for a noun without a list
     */
    ListDefinition visible(String noun, ListReader reader) {
        ListDefinition definition = definitions.get(noun);
        if (definition == null || !reader.can(definition.viewPermission())) {
            throw new AccessDeniedException("No list of " + noun + " for this reader");
        }
        ListDefinition known = definition.without(sources.stream()
                .filter(source -> !source.isFor(reader))
                .flatMap(source -> source.filter(noun).stream())
                .map(ListColumn::key)
                .collect(Collectors.toSet()));
        return known.with(columns.stream()
                .flatMap(source -> source.columns(noun, reader).stream())
                .toList());
    }
}
