package org.triviumcrm.identity.role;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.AccessLevel;

/** What some people may do, and how far they see. */
@Entity
@Audited
@Table(name = "role")
public class Role {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "role")
    @SequenceGenerator(name = "role", sequenceName = "role_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    @NotAudited
    private @Nullable String builtIn;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    @AuditJoinTable(name = "role_permission_aud")
    private Set<String> permissions = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "role_access", joinColumns = @JoinColumn(name = "role_id"))
    @MapKeyColumn(name = "record_type")
    @Column(name = "level")
    @AuditJoinTable(name = "role_access_aud")
    @Enumerated(EnumType.STRING)
    private Map<String, AccessLevel> access = new HashMap<>();

    @SuppressWarnings("NullAway")
    protected Role() {}

    Role(String name, @Nullable String builtIn, Clock clock) {
        this.name = name.strip();
        this.builtIn = builtIn;
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    void grant(Collection<String> newPermissions, Map<String, AccessLevel> newAccess, Clock clock) {
        permissions.retainAll(newPermissions);
        permissions.addAll(newPermissions);
        access.keySet().retainAll(newAccess.keySet());
        access.putAll(newAccess);
        updatedAt = clock.instant();
    }

    void rename(String newName, Clock clock) {
        name = newName.strip();
        updatedAt = clock.instant();
    }

    /** The administrators' role always may and sees everything. */
    public boolean isAdministrators() {
        return BuiltInRole.ADMINISTRATOR.key().equals(builtIn);
    }

    public long getId() {
        return Objects.requireNonNull(id, "not saved yet");
    }

    public String getName() {
        return name;
    }

    public @Nullable String getBuiltIn() {
        return builtIn;
    }

    public Set<String> getPermissions() {
        return Set.copyOf(permissions);
    }

    public Map<String, AccessLevel> getAccess() {
        return Map.copyOf(access);
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public int getVersion() {
        return version;
    }
}
