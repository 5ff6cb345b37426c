package org.triviumcrm.identity.person;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Someone who works with Trivium, or did. */
@Entity
@Audited
@Table(name = "person")
public class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person")
    @SequenceGenerator(name = "person", sequenceName = "person_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private String signInName;
    private @Nullable String email;

    @NotAudited
    private @Nullable String passwordHash;

    private @Nullable Long teamId;

    @NotAudited
    private String locale = "en";

    @NotAudited
    private String timeZone = "UTC";

    @NotAudited
    private String theme = "auto";

    private boolean active = true;

    @NotAudited
    private boolean mustChangePassword;

    /** When somebody else chose the password last: what the history shows of it. */
    private @Nullable Instant passwordGivenAt;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role_id")
    @AuditJoinTable(name = "person_role_aud")
    private Set<Long> roleIds = new HashSet<>();

    @SuppressWarnings("NullAway")
    protected Person() {}

    Person(String name, String signInName, Clock clock) {
        this.name = name.strip();
        this.signInName = normal(signInName);
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    /** Sign-in names are kept and compared in lower case. */
    static String normal(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }

    void rename(String newName, String newSignInName, @Nullable String newEmail, Clock clock) {
        name = newName.strip();
        signInName = normal(newSignInName);
        email = newEmail == null || newEmail.isBlank() ? null : newEmail.strip();
        updatedAt = clock.instant();
    }

    /** Whether this is a change. */
    boolean moveToTeam(@Nullable Long newTeamId, Clock clock) {
        if (Objects.equals(teamId, newTeamId)) {
            return false;
        }
        teamId = newTeamId;
        updatedAt = clock.instant();
        return true;
    }

    void assignRoles(Collection<Long> newRoleIds, Clock clock) {
        if (!roleIds.equals(Set.copyOf(newRoleIds))) {
            roleIds.retainAll(newRoleIds);
            roleIds.addAll(newRoleIds);
            updatedAt = clock.instant();
        }
    }

    void choosePassword(String hash, Clock clock) {
        passwordHash = hash;
        mustChangePassword = false;
        updatedAt = clock.instant();
    }

    /** A password that someone else knows: it opens the door once. */
    void giveTemporaryPassword(String hash, Clock clock) {
        passwordHash = hash;
        mustChangePassword = true;
        updatedAt = clock.instant();
        passwordGivenAt = updatedAt;
    }

    void settle(Locale newLocale, String newTimeZone, String newTheme, Clock clock) {
        locale = newLocale.toLanguageTag();
        timeZone = newTimeZone;
        theme = newTheme;
        updatedAt = clock.instant();
    }

    void switchOn(Clock clock) {
        active = true;
        updatedAt = clock.instant();
    }

    void switchOff(Clock clock) {
        active = false;
        updatedAt = clock.instant();
    }

    public long getId() {
        return Objects.requireNonNull(id, "not saved yet");
    }

    public String getName() {
        return name;
    }

    public String getSignInName() {
        return signInName;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public @Nullable String getPasswordHash() {
        return passwordHash;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(locale);
    }

    public String getTimeZone() {
        return timeZone;
    }

    public String getTheme() {
        return theme;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isMustChangePassword() {
        return mustChangePassword;
    }

    public Set<Long> getRoleIds() {
        return Set.copyOf(roleIds);
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
