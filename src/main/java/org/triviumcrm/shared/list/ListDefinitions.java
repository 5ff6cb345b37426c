package org.triviumcrm.shared.list;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** All lists of the application by their noun. */
@Component
class ListDefinitions {

    private final Map<String, ListDefinition> definitions;

    ListDefinitions(List<ListDefinition> definitions) {
        this.definitions = definitions.stream().collect(Collectors.toMap(ListDefinition::noun, Function.identity()));
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
        return definition;
    }
}
