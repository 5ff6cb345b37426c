package org.triviumcrm.identity.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** All that roles can be given, from all modules. */
@Component
class Rights {

    private final Map<String, List<String>> permissions = new LinkedHashMap<>();
    private final Set<String> recordTypes = new LinkedHashSet<>();

    Rights(Collection<PermissionSource> sources) {
        for (PermissionSource source : sources) {
            source.permissions()
                    .forEach(permission -> permissions
                            .computeIfAbsent(module(permission), module -> new ArrayList<>())
                            .add(permission));
            recordTypes.addAll(source.recordTypes());
        }
    }

    /** Permissions by module. */
    public Map<String, List<String>> permissions() {
        return permissions;
    }

    public Set<String> recordTypes() {
        return recordTypes;
    }

    boolean knows(String permission) {
        return permissions.getOrDefault(module(permission), List.of()).contains(permission);
    }

    private static String module(String permission) {
        return permission.substring(0, Math.max(0, permission.indexOf('.')));
    }
}
