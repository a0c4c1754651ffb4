package network.fanz.platform.events;

import network.fanz.common.DomainEvent;
import network.fanz.common.EventType;

@EventType("test_counted")
record Counted(String key, int number) implements DomainEvent {}
