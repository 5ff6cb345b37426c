package org.triviumcrm.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class BuiltInRoleTests {

    @Autowired
    Rights rights;

    /** Otherwise whoever saves the role in the editor takes away what the editor does not show. */
    @ParameterizedTest
    @EnumSource
    void mayOnlyWhatTheEditorOffers(BuiltInRole role) {
        assertThat(role.permissions())
                .isNotEmpty()
                .allMatch(permission -> permission.equals(Viewer.EVERYTHING) || rights.knows(permission));
    }
}
