package org.triviumcrm.support.widget;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface WidgetRepository extends JpaRepository<ChatWidget, Long> {

    Optional<ChatWidget> findByTokenAndActiveTrue(String token);

    Optional<ChatWidget> findByNameIgnoreCase(String name);
}
