package org.triviumcrm.identity.role;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What roles are called: a built-in one follows the reader's language until somebody renames it. */
@Component
public class RoleNames {

    private final RoleRepository roles;
    private final MessageSource messages;

    RoleNames(RoleRepository roles, MessageSource messages) {
        this.roles = roles;
        this.messages = messages;
    }

    /** All roles by id: the built-in ones in the order they came, then by name. */
    public Map<Long, String> all(Locale locale) {
        Map<Long, String> names = new LinkedHashMap<>();
        roles.findAll().stream()
                .sorted(Comparator.comparing((Role role) -> role.getBuiltIn() == null)
                        .thenComparing(role -> role.getBuiltIn() == null ? 0L : role.getId())
                        .thenComparing(role -> role.getName().toLowerCase(Locale.ROOT)))
                .forEach(role -> names.put(role.getId(), of(role, locale)));
        return names;
    }

    String of(Role role, Locale locale) {
        return role.getName().equals(role.getBuiltIn())
                ? Objects.requireNonNull(
                        messages.getMessage("identity.role.builtIn." + role.getBuiltIn(), null, role.getName(), locale))
                : role.getName();
    }
}
