"""Forms by which a forum is proposed, prepared and concluded."""
