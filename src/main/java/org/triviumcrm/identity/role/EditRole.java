package org.triviumcrm.identity.role;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.AccessLevel;

/** A role as the matrix fills it in: a class with setters, since it holds rows. */
public class EditRole {

    @NotBlank(message = "{identity.error.missing}")
    @Size(max = 100, message = "{form.tooLong}")
    private String name = "";

    private Set<String> permissions = new LinkedHashSet<>();
    private Map<String, AccessLevel> access = new LinkedHashMap<>();
    private @Nullable Integer version;

    static EditRole of(Role role, String name) {
        EditRole input = new EditRole();
        input.name = name;
        input.permissions = new LinkedHashSet<>(role.getPermissions());
        input.access = new LinkedHashMap<>(role.getAccess());
        input.version = role.getVersion();
        return input;
    }

    public AccessLevel level(String recordType) {
        return access.getOrDefault(recordType, AccessLevel.NONE);
    }

    /** How far one sees, a word a kind of record: {@code customer TEAM}; kinds that are not seen are left out. */
    public Set<String> getGrants() {
        return access.entrySet().stream()
                .filter(grant -> grant.getValue() != AccessLevel.NONE)
                .map(grant -> grant.getKey() + " " + grant.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Set<String> getPermissions() {
        return permissions;
    }

    public void setPermissions(Set<String> permissions) {
        this.permissions = permissions;
    }

    public Map<String, AccessLevel> getAccess() {
        return access;
    }

    public void setAccess(Map<String, AccessLevel> access) {
        this.access = access;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
